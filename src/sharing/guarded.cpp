#include "sharing/guarded.h"

#include <algorithm>
#include <new>
#include <utility>

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace trackloom::sharing {
namespace {

unsigned char* guarded(std::size_t size) {
  if (sodium_init() < 0) throw std::bad_alloc();
  auto* bytes = static_cast<unsigned char*>(sodium_malloc(std::max<std::size_t>(size, 1)));
  if (!bytes) throw std::bad_alloc();
  sodium_memzero(bytes, size);
  return bytes;
}

}  // namespace

GuardedBytes::GuardedBytes(std::size_t size) : size_(size), bytes_(guarded(size)) {}

GuardedBytes::GuardedBytes(const GuardedBytes& other) : GuardedBytes(other.size_) {
  std::copy_n(other.bytes_, size_, bytes_);
}

GuardedBytes::GuardedBytes(GuardedBytes&& other) noexcept
    : size_(std::exchange(other.size_, 0)), bytes_(std::exchange(other.bytes_, nullptr)) {}

GuardedBytes& GuardedBytes::operator=(GuardedBytes other) noexcept {
  std::swap(size_, other.size_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

GuardedBytes::~GuardedBytes() { sodium_free(bytes_); }

void wipe(std::string& text) {
  text.resize(text.capacity());
  sodium_memzero(text.data(), text.size());
  text.clear();
}

void leaveNoCrashDumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace trackloom::sharing
