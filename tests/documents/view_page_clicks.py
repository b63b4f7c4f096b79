"""Opens the page to send in Chromium and uses it as people do, with mouse and keyboard alone.

view_page_clicks.py PAGE: PAGE is that of the Tunisian example for the team. Ends with a message and 1 if anything is
not as it should be. Needs the Debian packages chromium, chromium-driver and python3-selenium.
"""

import os
import sys

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --window-size=1366,768""".split()


def started():
    options = Options()
    for flag in FLAGS + ["--user-data-dir=" + os.path.abspath("profile")]:
        options.add_argument(flag)
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


class Page:
    def __init__(self, browser, address):
        self.browser = browser
        self.address = address
        self.open()

    def open(self, anchor=""):
        self.browser.get("about:blank")
        self.browser.get(self.address + anchor)

    def one(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.one(selector).text

    def shown(self, selector):
        return self.one(selector).is_displayed()

    def rows(self, section):
        return [row for row in self.browser.find_elements(By.CSS_SELECTOR, f"#{section} tr[id]") if row.is_displayed()]

    def run(self, script, *arguments):
        return self.browser.execute_script("return " + script, *arguments)

    def focused(self):
        return self.browser.switch_to.active_element

    def press(self, *keys):
        ActionChains(self.browser).send_keys(*keys).perform()

    def until(self, what, condition):
        WebDriverWait(self.browser, 10).until(lambda _: condition(), message=what)


def expect(what, found, wanted):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} instead of {wanted!r}")


def expect_true(what, found):
    expect(what, bool(found), True)


def search_narrows(page):
    everything = page.text("#count")
    page.one("#search").send_keys("QUARTET roadmap")
    page.until("the count says that less is shown", lambda: " of " in page.text("#count"))
    left = page.rows("s-activities")
    expect_true("some activities are found, not all", 0 < len(left) < 24)
    for row in left:
        words = row.get_attribute("textContent").lower()
        expect_true("what is shown has both words", "quartet" in words and "roadmap" in words)
    page.one("#search").clear()
    page.one("#search").send_keys("nothing is called this")
    page.until("the count says that nothing is found", lambda: page.text("#count") == "Nothing found")
    expect("no table is left", page.rows("s-activities"), [])
    page.one("#clear").click()
    page.until("everything is there again", lambda: page.text("#count") == everything)


def filters_narrow(page):
    for filter_, wanted in (("track", "tracks"), ("issue", "issues")):
        select = Select(page.one("#" + filter_))
        select.select_by_index(1)
        value = select.first_selected_option.get_attribute("value")
        page.until("the count says that less is shown", lambda: " of " in page.text("#count"))
        left = page.rows("s-activities")
        expect_true("some activities are left, not all", 0 < len(left) < 24)
        for row in left:
            expect_true("what is left belongs there", value in row.get_attribute("data-" + wanted).split())
        expect_true("the drawing shows others faintly", page.run("document.querySelectorAll('svg .faint').length"))
        page.one("#clear").click()
        page.until("everything is there again", lambda: " of " not in page.text("#count"))


def bar_opens_details(page):
    """A click on a bar of the timeline; from there to a link, and back with the browser's own button."""
    bar = page.run("document.querySelector('#figure-timeline g[role=button] .bar')")
    mark = page.run("arguments[0].closest('g')", bar)
    page.run("arguments[0].scrollIntoView({block: 'center'})", mark)
    name = page.run("document.querySelector('#e-' + CSS.escape(arguments[0].id.slice(9)) + ' th').textContent", mark)
    ActionChains(page.browser).move_to_element(bar).click().perform()
    page.until("the details are of the bar", lambda: page.text("#details-title") == name)
    expect("kind", page.text("#details-kind"), "Activity")
    expect("the address names it", page.run("location.hash"), "#e-" + mark.get_attribute("id")[9:])
    expect("its row is marked", page.text("tr.chosen th"), name)
    link = page.one("#details-body dd a")
    target = link.text
    link.click()
    page.until("a link leads on", lambda: page.text("#details-title") == target)
    expect_true("what names it is listed", page.browser.find_elements(By.CSS_SELECTOR, "#details-body ul a"))
    page.browser.back()
    page.until("back leads back", lambda: page.text("#details-title") == name)
    page.one("[data-place=e]").click()
    expect("the way to the row", page.focused().text, name)
    page.one("#close").click()
    expect("closed", page.shown("#details"), False)
    expect("the address names nothing", page.run("location.hash"), "")


def keyboard_alone(page):
    page.open()
    page.press(Keys.TAB)
    expect("the first stop is the way to the content", page.focused().get_attribute("class"), "skip")
    expect_true("and can be seen", page.run("document.activeElement.getBoundingClientRect().left") >= 0)
    for _ in range(60):
        page.press(Keys.TAB)
        if page.run("document.activeElement.matches('#figure-timeline g')"):
            break
    first = page.focused().get_attribute("id")
    expect_true("Tab comes to the timeline", first.startswith("timeline-"))
    expect_true("focus can be seen", page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid")
    page.press(Keys.ARROW_RIGHT)
    second = page.focused().get_attribute("id")
    expect_true("an arrow moves on", second != first)
    page.press(Keys.ENTER)
    expect_true("Enter opens the details", page.shown("#details"))
    expect("and goes there", page.focused().get_attribute("id"), "details-title")
    page.press(Keys.ESCAPE)
    expect("Escape closes them", page.shown("#details"), False)
    expect("and goes back", page.focused().get_attribute("id"), second)


def hash_opens(page):
    row = page.one("#s-actors tr[id]")
    name, anchor = row.find_element(By.CSS_SELECTOR, "th").text, row.get_attribute("id")
    page.open("#" + anchor)
    expect("the address opens the details", page.text("#details-title"), name)
    page.open("#e-nothing-of-this-name")
    expect("an address of nothing opens nothing", page.shown("#details"), False)


def heard(page):
    expect("the count is announced", page.one("#count").get_attribute("aria-live"), "polite")
    expect("controls without a name", page.run("""[...document.querySelectorAll('input, select, button, a, [role=button]')]
        .filter(control => !control.labels?.length && !control.getAttribute('aria-label') && !control.textContent.trim())
        .length"""), 0)
    expect("heads without a scope", page.run("document.querySelectorAll('th:not([scope])').length"), 0)
    expect("asked of other places", page.run("performance.getEntriesByType('resource').map(entry => entry.name)"), [])
    expect("complaints of the browser", page.browser.get_log("browser"), [])


def main():
    browser = started()
    try:
        page = Page(browser, "file://" + os.path.abspath(sys.argv[1]))
        for use in (search_narrows, filters_narrow, bar_opens_details, keyboard_alone, hash_opens, heard):
            use(page)
            print(use.__name__)
    finally:
        browser.quit()


if __name__ == "__main__":
    main()
