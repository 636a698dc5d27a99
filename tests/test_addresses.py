"""What a page may fetch: only from the open internet, and from the very address that was checked."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from extractor.addresses import PublicOnly, is_public, looked_up
from extractor.errors import UnreadableInput

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:c0a8:101::1",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_network(address: str) -> None:
    assert not is_public(address)


class Network:
    """Answers every request, remembers where it went, and has addresses for names."""

    def __init__(self, names: dict[str, list[str]], answer: Callable[[httpx.Request], httpx.Response]) -> None:
        self.sent: list[httpx.Request] = []
        self._names = names
        self._answer = answer

    def client(self) -> httpx.Client:
        def send(request: httpx.Request) -> httpx.Response:
            self.sent.append(request)
            return self._answer(request)

        transport = PublicOnly(httpx.MockTransport(send), lambda host, port: self._names[host])
        return httpx.Client(transport=transport, follow_redirects=True)


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    network = Network({"contoh.example": [PUBLIC]}, lambda request: httpx.Response(200, text="isi"))
    with network.client() as client:
        assert client.get("https://contoh.example:8443/berita?id=1").text == "isi"
    (sent,) = network.sent
    assert str(sent.url) == f"https://{PUBLIC}:8443/berita?id=1"
    assert sent.headers["host"] == "contoh.example:8443"
    assert sent.extensions["sni_hostname"] == "contoh.example"


def test_one_private_address_is_enough_to_refuse() -> None:
    network = Network({"contoh.example": [PUBLIC, "10.0.0.1"]}, lambda request: httpx.Response(200))
    with network.client() as client, pytest.raises(UnreadableInput, match="not on the open internet"):
        client.get("http://contoh.example/")
    assert network.sent == []


def test_a_redirect_into_the_network_is_refused() -> None:
    names = {"contoh.example": [PUBLIC], "router": ["192.168.1.1"]}
    network = Network(names, lambda request: httpx.Response(302, headers={"location": "http://router/admin"}))
    with network.client() as client, pytest.raises(UnreadableInput, match="router is not on the open internet"):
        client.get("http://contoh.example/")
    assert len(network.sent) == 1


def test_a_relative_redirect_stays_with_the_name() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/":
            return httpx.Response(302, headers={"location": "/berita"})
        return httpx.Response(200, text=request.headers["host"])

    network = Network({"contoh.example": [PUBLIC]}, answer)
    with network.client() as client:
        found = client.get("http://contoh.example/")
    assert (found.text, str(found.url)) == ("contoh.example", "http://contoh.example/berita")


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "localhost", "[::1]"])
def test_ways_to_write_this_machine(host: str) -> None:
    with (
        httpx.Client(transport=PublicOnly(httpx.MockTransport(lambda request: httpx.Response(200)))) as client,
        pytest.raises(UnreadableInput),
    ):
        client.get(f"http://{host}/")


def test_a_name_without_an_address() -> None:
    with pytest.raises(UnreadableInput, match="no such host"):
        looked_up("tidak-ada.invalid", 80)
