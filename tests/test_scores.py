import pytest

from factcheck.entities.scores import points


@pytest.mark.parametrize(
    ("score", "numbers"),
    [
        ("7-2", (7, 2)),
        ("7 to 2", (7, 2)),
        ("seven votes to two", (7, 2)),
        ("twenty-six votes to twenty", (26, 20)),
        ("twenty to six", (20, 6)),
        ("Nine in favour and three", (9, 3)),
        ("20-6", (20, 6)),
    ],
)
def test_the_points_of_a_score(score, numbers):
    assert points(score) == numbers
