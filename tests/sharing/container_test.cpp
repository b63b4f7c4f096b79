#include "sharing/sealed.h"

#include <array>
#include <cstring>
#include <optional>

#include <catch2/catch.hpp>
#include <sodium.h>

using namespace trackloom;
using namespace trackloom::sharing;

// The container once more, written from docs/sealed-files.md with libsodium alone: what the page says is what is done.

namespace {

constexpr std::size_t piece = 65'536;
constexpr std::size_t sealedPiece = piece + 17;
const std::string words = "salt road lantern";

const unsigned char* bytesOf(const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string little(std::uint64_t number, std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i));
  return text;
}

std::string contentKey(const std::string& head) {
  std::string root(32, '\0');
  std::string key(32, '\0');
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, head.data() + at, 4);
    return value;
  };
  REQUIRE(crypto_pwhash(bytesOf(root), root.size(), words.data(), words.size(), bytesOf(head) + 20, number(12),
                        std::size_t{number(16)} * 1024, crypto_pwhash_ALG_ARGON2ID13) == 0);
  crypto_kdf_derive_from_key(bytesOf(key), key.size(), 1, "TLsealed", bytesOf(root));
  return key;
}

/// What is inside, with the zeros behind it.
std::string insideOf(const std::string& sealed) {
  const std::string head = sealed.substr(0, 60);
  const std::string key = contentKey(head);
  crypto_secretstream_xchacha20poly1305_state state;
  REQUIRE(crypto_secretstream_xchacha20poly1305_init_pull(&state, bytesOf(head) + 36, bytesOf(key)) == 0);
  std::string inside;
  for (std::size_t at = 60; at < sealed.size(); at += sealedPiece) {
    std::string opened(piece, '\0');
    unsigned char tag = 0;
    REQUIRE(crypto_secretstream_xchacha20poly1305_pull(&state, bytesOf(opened), nullptr, &tag, bytesOf(sealed) + at,
                                                       sealedPiece, bytesOf(head), head.size()) == 0);
    REQUIRE(tag == (at + sealedPiece == sealed.size() ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0));
    inside += opened;
  }
  return inside;
}

/// A container with whatever inside, the tags of its pieces one after the other.
std::string containerOf(std::string inside, const std::vector<int>& tags) {
  std::string head = "\x89TLSEAL\n" + little(1, 4) + little(1, 4) + little(8, 4) + "0123456789abcdef";
  head.resize(60);
  const std::string key = contentKey(head);
  crypto_secretstream_xchacha20poly1305_state state;
  crypto_secretstream_xchacha20poly1305_init_push(&state, bytesOf(head) + 36, bytesOf(key));
  std::string out = head;
  inside.resize(tags.size() * piece);
  for (std::size_t number = 0; number < tags.size(); ++number) {
    std::string sealed(sealedPiece, '\0');
    crypto_secretstream_xchacha20poly1305_push(&state, bytesOf(sealed), nullptr, bytesOf(inside) + number * piece,
                                               piece, bytesOf(head), head.size(),
                                               static_cast<unsigned char>(tags[number]));
    out += sealed;
  }
  return out;
}

std::optional<std::string> opened(const std::string& sealed) {
  auto unsealed = unseal(sealed, Passphrase(std::string(words)));
  return unsealed ? std::optional(std::move(unsealed->content)) : std::nullopt;
}

}  // namespace

TEST_CASE("a sealed file is made as its page says") {
  for (const std::size_t length : {0U, 5U, 65'528U, 65'529U, 200'000U}) {
    const std::string content(length, 'x');
    const std::string inside = insideOf(seal(content, Passphrase(std::string(words)), {2, 16}));
    INFO(length);
    CHECK(inside.substr(0, 8) == little(length, 8));
    CHECK(inside.substr(8, length) == content);
    CHECK(inside.find_first_not_of('\0', 8 + length) == std::string::npos);
  }
}

TEST_CASE("a file that is made as the page says opens") {
  CHECK(opened(containerOf(little(5, 8) + "<pl/>", {3})) == "<pl/>");
  CHECK(opened(containerOf(little(65'529, 8) + std::string(65'529, 'x'), {0, 3})) == std::string(65'529, 'x'));
}

TEST_CASE("a file by somebody who knows the passphrase and does not keep to the page does not open") {
  for (const std::uint64_t length : {std::uint64_t{65'529}, std::uint64_t{1} << 28U, (std::uint64_t{1} << 28U) + 1,
                                     std::uint64_t{1} << 63U, ~std::uint64_t{0}, ~std::uint64_t{0} - 7}) {
    INFO(length << " bytes of content, it says");
    CHECK_FALSE(opened(containerOf(little(length, 8) + "x", {3})));
  }
  const std::string five = little(5, 8) + "<pl/>";
  CHECK_FALSE(opened(containerOf(five, {0})));  // no end
  CHECK_FALSE(opened(containerOf(five, {1})));  // other tags of the cipher
  CHECK_FALSE(opened(containerOf(five, {2})));
  CHECK_FALSE(opened(containerOf(five, {0, 3})));  // more pieces than its length needs
  CHECK_FALSE(opened(containerOf(five, {3, 3})));  // two ends
  const std::string three = little(140'000, 8) + std::string(140'000, 'x');
  CHECK_FALSE(opened(containerOf(three, {0, 0, 3})));  // no power of two
  CHECK(opened(containerOf(three, {0, 0, 0, 3})));
  CHECK_FALSE(opened(containerOf(three, {0, 2, 0, 3})));
}
