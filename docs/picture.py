"""Makes docs/report.png: the report of the sample articles as a reader sees it, down to the first disagreement.

    python docs/picture.py [CHROMIUM]

Needs pillow, playwright, and Chromium: by default the first of chromium, chromium-browser and google-chrome.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from factcheck import check

HERE = Path(__file__).parent
WIDTH = 1280
DISAGREEMENTS = 1
COLOURS = 256
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Writes the report to a folder of its own, opens it and takes the picture."""
    browser = sys.argv[1] if len(sys.argv) > 1 else next(filter(None, map(shutil.which, BROWSERS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = check(HERE.parent / "seeds").save(Path(folder) / "report.html")
        window = driver.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = window.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
        page.goto(path.as_uri())
        page.wait_for_selector(".decide")
        box = page.locator(".conflict").nth(DISAGREEMENTS - 1).bounding_box()
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": box["y"] + box["height"] + 24}
        shot = page.screenshot(full_page=True, clip=clip)
        window.close()
    # The page has few colours; a palette makes the file a third as large.
    Image.open(BytesIO(shot)).quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        HERE / "report.png", optimize=True
    )


if __name__ == "__main__":
    main()
