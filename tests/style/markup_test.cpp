#include "style/markup.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/styled_words.h"

using namespace buurtpeil;

namespace {

/// The pieces in one line: "[b]words[]", a number for what is inserted.
std::string shown(std::string_view source) {
  std::string text;
  RunStyle last;
  for (const MarkupPiece& piece : read_markup(source).pieces) {
    if (!(piece.style == last)) text += mark_of(piece.style);
    last = piece.style;
    text += piece.inserted < 0 ? piece.words : fmt::format("${}", piece.inserted);
  }
  return text;
}

std::string complaints(std::string_view source) {
  return fmt::format("{}", fmt::join(read_markup(source).complaints, "\n"));
}

/// Stands for a reference.
const std::string ref(1, inserted_mark);

}  // namespace

TEST_CASE("emphasis and strong words") {
  CHECK(shown("*em*") == "[i]em");
  CHECK(shown("_em_") == "[i]em");
  CHECK(shown("**strong**") == "[b]strong");
  CHECK(shown("__strong__") == "[b]strong");
  CHECK(shown("***both***") == "[b i]both");
  CHECK(shown("**strong *and em* in it**") == "[b]strong [b i]and em[b] in it");
  CHECK(shown("**strong *and em***") == "[b]strong [b i]and em");
  CHECK(shown("Take **your own** street.") == "Take [b]your own[] street.");
  CHECK(shown("(*aside*), \"_quoted_\"!") == "([i]aside[]), \"[i]quoted[]\"!");
  CHECK(shown("re**mark**able") == "re[b]mark[]able");
  CHECK(shown("这是**重要**的 这是*重要*的") == "这是[b]重要[]的 这是[i]重要[]的");
  CHECK(shown("هذا **مهم** جدا") == "هذا [b]مهم[] جدا");
  CHECK(shown("**two\nlines**") == "[b]two\nlines");
}

TEST_CASE("what only looks like it stays as typed") {
  for (const char* text : {"2*3*4",
                           "2 * 3 * 4",
                           "2**3**4",
                           "(1+2)*3*(4+5)",
                           "2*(3+4)*5",
                           "a*b*c",
                           "snake_case_name",
                           "__init",
                           "5 < 6 & 2*3*4 stays",
                           "5 < 6 > 4",
                           "5<6",
                           "<1",
                           "< span>",
                           "x <- y",
                           "#1 in the street",
                           "#",
                           "a # b",
                           "*",
                           "**",
                           "* * *",
                           "_",
                           "[1] and (2)",
                           "[text] (no link)",
                           "100% & more",
                           "&unknown; &;",
                           "\\a\\ b\\",
                           "C:\\folder",
                           "1. first",
                           "- first",
                           "<",
                           "<>",
                           "a<b",
                           "é*é*é",
                           "*not\nclosed*",
                           "**not\n\nclosed**"})
    CHECK(shown(text) == text);
}

TEST_CASE("words in angle brackets are no tags") {
  for (const char* words : {"<none>", "<5 years", "a<b", "<name@example.org>", "<https://example.org/a>",
                            "</none>", "<naam van uw straat>", "<!-- open"}) {
    CHECK(shown(words) == words);
    CHECK(complaints(words) == "");
  }
}

TEST_CASE("a backslash takes the meaning away") {
  CHECK(shown("A\\_B\\_C") == "A_B_C");
  CHECK(shown("_A\\_B\\_C_") == "[i]A_B_C");
  CHECK(shown("\\*A\\*") == "*A*");
  CHECK(shown("\\__AB\\__") == "_[i]AB_");
  CHECK(shown("\\**AB\\**") == "*[i]AB*");
  CHECK(shown("\\\\*AB\\*\\\\*") == "\\[i]AB*\\");
  CHECK(shown("\\#\\# 2") == "## 2");
  CHECK(shown("\\# no heading") == "# no heading");
  CHECK(shown("\\[text\\](address)") == "[text](address)");
  CHECK(shown("\\<b>") == "<b>");
  CHECK(shown("\\&lt;") == "&lt;");
}

TEST_CASE("headings are whole lines") {
  CHECK(shown("# heading") == "[h1]heading");
  CHECK(shown("# Your street\nThis is about it.") == "[h1]Your street\n[]This is about it.");
  CHECK(shown("###### Small ######") == "[h6]Small");
  CHECK(shown("First\n## Then **now**") == "First\n[h2]Then [b h2]now");
  CHECK(shown("####### Seven") == "####### Seven");
  CHECK(shown("<h3>Three</h3>after") == "[h3]Three\n[]after");
  CHECK(shown("# C#") == "[h1]C#");
}

TEST_CASE("lines and paragraphs") {
  CHECK(shown("one\ntwo\n\nthree\n\n\n\nfour\n") == "one\ntwo\n\nthree\n\nfour");
  CHECK(shown("one<br>two<br/><BR />three") == "one\ntwo\n\nthree");
  CHECK(shown("one  \r\n  two") == "one\ntwo");
  CHECK(shown("<p>one</p><p>two</p>") == "one\n\ntwo");
  CHECK(shown("<p>one</p>\n\n<p style=\"text-align: center\">two</p>three") ==
        "one\n\n[center]two\n\n[]three");
  CHECK(shown("<p style='text-align:right'>two</p>") == "[right]two");
  CHECK(shown("  around  ") == "around");
  CHECK(shown("<div align=center>middle</div>") == "[center]middle");
  CHECK(shown("") == "");
  CHECK(shown(" \n ") == "");
}

TEST_CASE("tags") {
  CHECK(shown("<b>b</b> <i>i</i> <em>em</em> <strong>s</strong> <u>u</u>") ==
        "[b]b[] [i]i[] [i]em[] [b]s[] [u]u");
  CHECK(shown("<span style=\"color:red\">Read</span> it") == "[#FF0000]Read[] it");
  CHECK(shown("<span style='color: #0a7d33; font-family: serif'>x</span>") == "[serif #0A7D33]x");
  CHECK(shown("<SPAN STYLE=“color: rgb(1, 2, 3);”>x</ span >") == "[#010203]x");
  CHECK(shown("<font color=\"blue\" face=\"Courier New\">x</font>") == "[monospace #0000FF]x");
  CHECK(shown("**<span style=\"color:red\">a</span> b**") == "[b #FF0000]a[b] b");
  CHECK(shown("<span style=\"color:red\">**a** b</span>") == "[b #FF0000]a[#FF0000] b");
  CHECK(shown("<span style=\"color:red\">a <span style=\"color:blue\">b</span> c</span>") ==
        "[#FF0000]a [#0000FF]b[#FF0000] c");
  CHECK(shown("<b>not closed") == "[b]not closed");
  CHECK(shown("<b>crossed <i>over</b> there</i>") == "[b]crossed [b i]over[i] there");
}

TEST_CASE("the address of a link is shown where it differs") {
  CHECK(shown("[text](address)") == "text[small] (address)");
  CHECK(shown("[the plan](https://example.org/plan) first") == "the plan[small] (example.org/plan)[] first");
  CHECK(shown("[example.org](https://example.org/)") == "example.org");
  CHECK(shown("<a href=\"https://example.org/a\">here</a>.") == "here[small] (example.org/a)[].");
  CHECK(shown("[**bold**](mailto:a@example.org)") == "[b]bold[small] (a@example.org)");
  CHECK(shown("[](https://example.org)") == "example.org");
  CHECK(shown("[" + ref + "](https://example.org/" + ref + ")") == "$0[small] (example.org/$1)");
}

TEST_CASE("what is inserted takes the style around it, and no markup comes of it") {
  CHECK(shown("How many trees in **" + ref + "**?") == "How many trees in [b]$0[]?");
  CHECK(shown("*" + ref + "* _" + ref + "_") == "[i]$0[] [i]$1");
  CHECK(shown("a " + ref + "*" + ref + "*" + ref) == "a $0*$1*$2");
  CHECK(shown(ref + "_" + ref + "_x") == "$0_$1_x");
  CHECK(shown("<span style=\"color:" + ref + "\">x</span>" + ref) == "x$1");
  CHECK(complaints("<span style=\"color:" + ref + "\">x</span>") ==
        "a reference inside of the tag <span> is left out\n"
        "the colour '" +
            ref + "' of <span> is not understood and passed over");
}

TEST_CASE("letters by name and by number") {
  CHECK(shown("&lt;b&gt; &amp;amp; &quot;x&quot; &apos; a&nbsp;b &#233;&#x20AC;&#128512;") ==
        "<b> &amp; \"x\" ' a\u00A0b é€😀");
  CHECK(shown("caf&eacute; &euro;5 &hellip; AT&T R&D; &nothing;") == "café €5 … AT&T R&D; &nothing;");
  CHECK(shown("&#0;&#xD800;&#99999999;") == "&#0;&#xD800;&#99999999;");
}

TEST_CASE("what is not understood loses its tags and is named") {
  CHECK(shown("<blink>a</blink> b <img src=\"x.png\">") == "a b");
  CHECK(complaints("<blink>a</blink> b <blink>c</blink>") ==
        "the tag <blink> is not understood and left out");
  CHECK(complaints("a</b>") == "</b> ends a tag that did not begin, and is left out");
  CHECK(complaints("<span style=\"color: reddish; font-size: 20px\">x</span>") ==
        "the colour 'reddish' of <span> is not understood and passed over\n"
        "'font-size' in the style of <span> is passed over");
  CHECK(complaints("<p style=\"text-align: middle\">x</p>") ==
        "'middle' is no side that <p> can be aligned to, and is passed over");
  CHECK(complaints("<ul><li>one</li><li>two</li></ul>") ==
        "the tag <ul> is not understood and left out\nthe tag <li> is not understood and left out");
  CHECK(shown("<ul><li>one</li><li>two</li></ul>") == "one\ntwo");
  CHECK(shown("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") == "a b\nc");
  CHECK(shown("a<!-- <b>not</b> shown --> b") == "a b");
  CHECK(complaints("a <!-- not shown -->") == "a comment <!-- ... --> is left out");
  CHECK(complaints("**fine** <b>a</b> <br> 5 < 6") == "");
}

TEST_CASE("hostile markup takes no longer than its length allows") {
  std::string markers, tags, brackets;
  for (int i = 0; i < 5000; ++i) markers += "*a _b ", tags += "<b>", brackets += "[](";
  CHECK(shown(markers).size() > 20000);
  CHECK(shown(tags) == "");
  CHECK(shown(brackets) == brackets);
}

TEST_CASE("a reference in the address of a link is left out, and no other one stands in its place") {
  const std::string link = ref + " <a href=\"https://example.org/" + ref + "\">the plan</a> " + ref;
  CHECK(shown(link) == "$0 the plan[small] (example.org)[] $2");
  CHECK(complaints(link) == "a reference inside of the tag <a> is left out");
}
