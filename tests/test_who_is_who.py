"""Who is who inside an article, and who says what."""

import pytest

from factcheck.extraction.speech import find_speech

ROWS = [
    (
        ("Nkechi Orji runs the ferry office. She closed the slip at noon. “The bridge stays shut,” she said."),
        "The bridge stays shut",
        "Nkechi Orji",
    ),
    (
        ("Mary Quill opened the fair. Okwuchi Ndu, a trader, watched. “I sold fish here for years,” she said."),
        "I sold fish",
        "Okwuchi Ndu",
    ),
    (
        (
            "Pilar Sotomayor, 41, was in the kitchen when the roof fell. Her husband, Ramiro, pulled "
            "her out. “I saw the sky,” she said."
        ),
        "I saw the sky",
        "Pilar Sotomayor",
    ),
    (
        (
            "Pilar Sotomayor, 41, was in the kitchen when the roof fell. Her husband, Ramiro, pulled "
            "her out. “I only had my hands,” he said."
        ),
        "I only had",
        "Ramiro",
    ),
    (
        ("The parish priest, Fr. Benigno Talan, rang the bell. Jovita Malay heard it. “It did not stop,” he said."),
        "It did not stop",
        "Benigno Talan",
    ),
    (
        ("Asked whether the dam would hold, engineer Ludmila Kvapil shook her head. “Not past Friday,” she said."),
        "Not past Friday",
        "Ludmila Kvapil",
    ),
    (
        (
            "Detective Inspector Moira Haig questioned Colin Reade for two days. She let him go. “We "
            "had the wrong man,” she said."
        ),
        "We had the wrong man",
        "Moira Haig",
    ),
    (
        (
            "Detective Inspector Moira Haig questioned Colin Reade for two days. She let him go. “They "
            "asked me the same thing,” he said."
        ),
        "They asked me",
        "Colin Reade",
    ),
    (
        "What did the coroner say? Little. She told Petra Holm that the case was “not closed”.",
        "not closed",
        "the coroner",
    ),
    (
        (
            "The coroner, Edna Fisk, spoke at noon. What did the coroner say? Little. She told Jan "
            "Holm that the case was “not closed”."
        ),
        "not closed",
        "Edna Fisk",
    ),
    (
        "“We will rebuild,” said Hamid Rezai, the governor. “The school comes first.”",
        "The school comes first",
        "Hamid Rezai",
    ),
    ("“We will rebuild,” the governor said. Hamid Rezai had flown in at dawn.", "We will rebuild", "the governor"),
    ("Governor Hamid Rezai flew in at dawn. “We will rebuild,” the governor said.", "We will rebuild", "Hamid Rezai"),
    (
        "Coach Ugo Bassi praised Tao Lin, who scored twice. “He never looks tired,” the boss said.",
        "He never looks tired",
        "Ugo Bassi",
    ),
    ("Striker Tao Lin scored twice. “My knee held,” he grinned.", "My knee held", "Tao Lin"),
    (
        ("Only keeper Obi Etim had cost more. The fee made even Ruud Kampen blink. “My house was cheaper,” he joked."),
        "My house was cheaper",
        "Ruud Kampen",
    ),
    ("Kampen and Etim said the deal was done. “We shook hands,” they said.", "We shook hands", ""),
    ("Minister of National Works Aurelio Paz stated: “The road is safe.”", "The road is safe", "Aurelio Paz"),
    (
        "The Minister of National Works, Aurelio Paz Benitez, stated: “The road is safe.”",
        "The road is safe",
        "Aurelio Paz Benitez",
    ),
    (
        "Ivan Choque would not say much. In that swamp, as he put it, “each reed hides a second reed”.",
        "each reed",
        "Ivan Choque",
    ),
    (
        "Reporter Lena Bloch asked Senator Ruth Adair about the vote. Her response: “I have no regrets.”",
        "I have no regrets",
        "Ruth Adair",
    ),
    (
        "Reporter Lena Bloch asked Senator Paul Adair about the vote. His reply: “I have no regrets.”",
        "I have no regrets",
        "Paul Adair",
    ),
    (
        "Lena Bloch, the host, asked Paul Adair if he would run. “I will decide in May,” he answered.",
        "I will decide in May",
        "Paul Adair",
    ),
    (
        "A spokesman for Mayor Tove Brink declined to answer. “She is on leave,” he said.",
        "She is on leave",
        "A spokesman for Mayor Tove Brink",
    ),
    (
        (
            "Rowena Gil warned of ash. “It may do this again,” she said. Noel Gacia was saying Mass. "
            "“It sounded like a truck,” he said."
        ),
        "It sounded like a truck",
        "Noel Gacia",
    ),
    (
        "Dr Sizwe Mabaso operated on Thandi for six hours. “She is out of danger,” he said.",
        "She is out of danger",
        "Sizwe Mabaso",
    ),
    (
        "Her lawyer, Dirk Appel, read a note from Saskia Brandt. In it she said she was “deeply sorry”.",
        "deeply sorry",
        "Saskia Brandt",
    ),
    (
        "In a note through his lawyer, Dirk Appel, Casper Holm said he was “deeply sorry”.",
        "deeply sorry",
        "Casper Holm",
    ),
    (
        ("Casper Holm denied it. In a note through his lawyer, Dirk Appel, he said he had “nothing to hide”."),
        "nothing to hide",
        "Casper Holm",
    ),
    (
        "Selma Aydin and her brother Cem farm the slope. “We lost forty ewes,” she said.",
        "We lost forty ewes",
        "Selma Aydin",
    ),
    ("Selma Aydin and her brother Cem farm the slope. “We lost forty ewes,” he said.", "We lost forty ewes", "Cem"),
    (
        "Kofi Mensah lives next door to Ama Badu. She heard the crash. “It was like thunder,” she said.",
        "It was like thunder",
        "Ama Badu",
    ),
    (
        (
            "“It was like thunder,” said Ama Badu, who lives next door to Kofi Mensah. He slept "
            "through it. “I take pills,” he said."
        ),
        "I take pills",
        "Kofi Mensah",
    ),
    (
        "John Dorn, a farmer, has no brother. “The fire was set by Karl Dorn,” the sheriff said.",
        "The fire was set",
        "the sheriff",
    ),
    (
        (
            "The sheriff, Ada Quill, knows both men. The fire was not set by Karl Dorn, the sheriff "
            "said. “We have ruled it out,” she added."
        ),
        "We have ruled it out",
        "Ada Quill",
    ),
    (
        "“How many buses ran, Mr Dacre?” the chairwoman asked. “Two,” Dacre said.",
        "How many buses ran",
        "the chairwoman",
    ),
    (
        (
            "William Forde Sr. built the house. William Forde Jr. sleeps in it. “I built this with my "
            "hands,” said William Forde Sr."
        ),
        "I built this",
        "William Forde Sr.",
    ),
    (
        "Anthony “Stretch” Okafor was there. “We counted eleven shots,” Anthony “Stretch” Okafor said.",
        "We counted eleven",
        "Anthony “Stretch” Okafor",
    ),
    ("“We counted eleven shots,” said Anthony “Stretch” Okafor.", "We counted eleven", "Anthony “Stretch” Okafor"),
    ("Mary King chairs the board. “No more loans,” King said.", "No more loans", "Mary King"),
    ("Paul Baker drove the van. “I braked,” said Baker.", "I braked", "Paul Baker"),
    ("Kate Long and Dean Marsh ran the race. “I fell twice,” Long said.", "I fell twice", "Kate Long"),
    (
        "Theresa May Park opened. Jan Kowal, the mayor, cut the ribbon. “It took ten years,” Kowal said.",
        "It took ten years",
        "Jan Kowal",
    ),
    ("Sgt. Tom Early found the boat. “It was empty,” Early said.", "It was empty", "Tom Early"),
    (
        "“It was empty,” said Early, the sergeant who found it. Tom Early has served for ten years.",
        "It was empty",
        "Tom Early",
    ),
    (
        "The minister, Aung Thein, and his deputy, Khin Lay, resigned. “I was tired,” Khin Lay said.",
        "I was tired",
        "Khin Lay",
    ),
    ("Pope Francis met the bishop. “Pray for me,” the pope said.", "Pray for me", "Francis"),
    ("President Lula da Silva spoke first. “The forest is ours,” Lula said.", "The forest is ours", "Lula da Silva"),
    ("Prime Minister Abiy Ahmed travelled. “Peace is near,” Abiy said.", "Peace is near", "Abiy Ahmed"),
    ("Xi Jinping arrived. “We are neighbours,” Xi said.", "We are neighbours", "Xi Jinping"),
    ("Aung San Suu Kyi left. “I will return,” Suu Kyi said.", "I will return", "Aung San Suu Kyi"),
    ("Ursula von der Leyen nodded. “Agreed,” von der Leyen said.", "Agreed", "Ursula von der Leyen"),
    ("Mohammed bin Salman left. “It is done,” bin Salman said.", "It is done", "Mohammed bin Salman"),
]
"""A text, the beginning of a quotation in it, and its speaker, or nothing."""


@pytest.mark.parametrize(("text", "words", "speaker"), ROWS)
def test_speakers(text, words, speaker):
    (found,) = [s for s in find_speech(text) if words in s.content.text and s.form != "indirect"]
    assert (found.speaker.name if found.speaker else "") == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The can belonged to John Dorn, the sheriff said. Nobody drowned at Osterby, the mayor said.",
            ["the sheriff", "the mayor"],
        ),
        ("Sheriff Ada Quill knew. The fire was set by Karl Dorn, the sheriff said.", ["Ada Quill"]),
    ],
)
def test_a_name_that_ends_a_statement_does_not_speak(text, speakers):
    assert [s.speaker.name for s in find_speech(text) if s.speaker] == speakers


def test_labels_of_a_list_do_not_speak():
    lines = ["Colorado: Hunters may carry a gun.", "Oregon: Widows may stay at home.", "Colorado: Drivers must be 21."]
    assert not [s for s in find_speech("\n\n".join(lines)) if s.speaker]


def test_a_speaker_in_capitals_is_written_as_usual():
    lines = ["BRENT O'HALLORAN: We left at noon.", "ANN MCDONALD: Who left?", "BRENT O'HALLORAN: All of us."]
    found = find_speech("\n\n".join(lines))
    assert [s.speaker.name for s in found] == ["Brent O'Halloran", "Ann McDonald", "Brent O'Halloran"]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Mary Quill came. “We are late,” she said.", 0.9),
        ("Mary Quill came. Anna Holt left. Mary Quill sat. “We are late,” she said.", 0.8),
        ("Mary Quill met Ruth Holt and Anna Brandt. “We are late,” she said.", 0.8),
    ],
)
def test_how_sure_a_pronoun_is(text, confidence):
    (found,) = [s for s in find_speech(text) if s.form == "direct"]
    assert found.speaker.confidence == confidence


POSTS = [
    ("President Rosa Lem opened the talks.", "the vice president", "the vice president"),
    ("Deputy Mayor Tom Ash opened the talks.", "the mayor", "the mayor"),
    ("Coach Rosa Lem was furious.", "the assistant coach", "the assistant coach"),
    ("Justice Rosa Lem asked about bees.", "the chief justice", "the chief justice"),
    ("Rosa Lem, the deputy mayor, opened the talks.", "the deputy mayor", "Rosa Lem"),
    ("Rosa Lem, the finance minister, opened the talks.", "the foreign minister", "the foreign minister"),
    ("Rosa Lem, the finance minister, opened the talks.", "the minister", "Rosa Lem"),
    ("Police chief Rosa Lem opened the talks.", "the fire chief", "the fire chief"),
    ("Police chief Rosa Lem opened the talks.", "the chief", "Rosa Lem"),
    ("Rosa Lem, a defence lawyer, opened the talks.", "the prosecution lawyer", "the prosecution lawyer"),
    ("Club president Rosa Lem opened the talks.", "the league president", "the league president"),
    ("Rosa Lem, director of the museum, opened the talks.", "the director of the zoo", "the director of the zoo"),
    ("Rosa Lem, director of the museum, opened the talks.", "the museum director", "Rosa Lem"),
    ("Rosa Lem, an associate professor at Hale, opened the talks.", "the professor", "Rosa Lem"),
    ("Rosa Lem, acting coach of the team, opened the talks.", "the coach", "Rosa Lem"),
    ("Mayor Rosa Lem opened the talks.", "the spokesman for the mayor", "the spokesman for the mayor"),
]


@pytest.mark.parametrize(("before", "description", "speaker"), POSTS)
def test_which_post_a_description_means(before, description, speaker):
    found = find_speech(f"{before} “It was time,” {description} said.")
    assert [s.speaker.name for s in found if s.form == "direct"] == [speaker]
