#include "documents/tags.h"

#include "documents/papers.h"

#include <catch2/catch.hpp>

using namespace trackloom::documents;

TEST_CASE("nothing in a page points outside it") {
  const std::string html = R"page(<html><head><link rel=stylesheet href="http://x/a.css"><base href="http://x/">
<style>@import "http://x/b.css"; p { background: URL( 'http://x/c.png' ); color: red } b { background: url(data:image/png;base64,AA) }</style>
<script src="http://x/d.js">fetch("http://x/e")</script></head>
<body onload="x()"><img src='file:///etc/passwd' alt="kept"><img SRC=http://x/f.png><img src="data:image/png;base64,AA">
<a href="#here">here</a><a href=" javascript:x()">there</a><svg><image xlink:href="g.png"/></svg>
<p style="background:url(http://x/h)">text</p></body></html>)page";
  const std::string safe = withoutOutsideReferences(html);
  for (const char* gone : {"http:", "file:", "javascript", "onload", "g.png", "@import", "fetch"}) {
    INFO(gone);
    CHECK_FALSE(contains(safe, gone));
  }
  CHECK(contains(safe, "alt=\"kept\""));
  CHECK(contains(safe, "href=\"#here\""));
  CHECK(countOf(safe, "data:image/png") == 2);
  CHECK(contains(safe, "color: red"));
}

TEST_CASE("any prefix of a page can be looked through") {
  const std::string html =
      "<!-- c --><style>a{b:url(x)}</style><p a='1' b=2 c=\"3\">t</p><?x y?><img src=q/><svg href = 'z'></svg><";
  for (std::size_t length = 0; length <= html.size(); ++length) {
    const std::string safe = withoutOutsideReferences(html.substr(0, length));
    CHECK(safe.size() <= length + 4);
  }
}
