"""The page itself: whole, kept by browsers, plain about what is not there."""

from __future__ import annotations

from tests.web.site import Browser


async def test_the_page_is_whole_without_third_parties(person: Browser) -> None:
    response = await person.open()
    assert response.status_code == 200
    assert 'lang="vi"' in response.text
    assert "Hỏi đáp Xã Mẫu" in response.text
    assert "http" not in response.text.replace("http-equiv", "")
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for line in response.text.splitlines():
        assert "<script" not in line or "src=" in line or 'type="application/json"' in line
        assert " style=" not in line
        assert " onclick" not in line


async def test_static_files_are_kept_by_browsers_and_nothing_else_is_served(
    person: Browser,
) -> None:
    page = (await person.open()).text
    start = page.index("/static/")
    path = page[start : page.index('"', start)]
    found = await person.client.get(path)
    assert found.status_code == 200
    assert "immutable" in found.headers["cache-control"]
    version = path.split("/")[2]
    for name in ("chat.js", "net.js", "store.js", "view.js", "media.js", "chat.css"):
        assert (await person.client.get(f"/static/{version}/{name}")).status_code == 200
    old = await person.client.get("/static/old/chat.js")
    assert old.headers["cache-control"] == "no-cache"
    for path in ("/static/x/none.js", f"/static/{version}/..%2Fserver.py"):
        assert (await person.client.get(path)).status_code == 404


async def test_unknown_pages_are_told_plainly(person: Browser) -> None:
    page = await person.client.get("/khong-co")
    assert page.status_code == 404
    assert "Không có trang này" in page.text
    assert (await person.client.get("/chat/khong-co")).json()["error"] == "refused"
    assert (await person.client.put("/chat/messages")).status_code == 405
    own = {"sec-fetch-site": "same-origin"}
    assert (await person.client.get("/chat/files/1/0", headers=own)).status_code == 404
    assert (await person.client.get("/demo")).status_code == 404
    assert (await person.client.post("/hooks/telegram", json={})).status_code == 404
