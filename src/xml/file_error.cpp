#include "xml/disk_files.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace trackloom {
namespace {

struct Advice {
  int code;
  FileStep step;
  const char* what;
  const char* toDo;
};

constexpr FileStep reading = FileStep::reading;
constexpr FileStep writing = FileStep::writing;

constexpr Advice advices[] = {
    {ENOENT, reading, tr("There is no file {file}."),
     tr("Check the name; somebody may have moved, renamed or deleted the file.")},
    {EACCES, reading, tr("You are not allowed to read {file}."),
     tr("Ask the owner of the file for permission to read it, or ask for a copy.")},
    {EISDIR, reading, tr("{file} is a folder, not a file."), tr("Choose a file in this folder.")},
    {EINVAL, reading, tr("{file} is not an ordinary file."), tr("Choose a file that was saved on a disk.")},
    {EFBIG, reading, tr("{file} is too large to be read."), tr("Check that this is the file you meant.")},
    {ELOOP, reading, tr("The link {file} leads nowhere but to itself."),
     tr("Choose the file that the link stood for.")},
    {ENOSPC, writing, tr("The disk is full: nothing more can be written in {folder}."),
     tr("Make room on the disk, or save in another place. What was saved before is untouched.")},
    {EDQUOT, writing, tr("Your share of the disk is used up: nothing more can be written in {folder}."),
     tr("Delete files that you no longer need, or save in another place. What was saved before is untouched.")},
    {EROFS, writing, tr("{folder} lies on a disk that can only be read."),
     tr("Save in a folder on another disk, or unlock this one.")},
    {EACCES, writing, tr("You are not allowed to write in the folder {folder}."),
     tr("Ask the owner of the folder for permission to write, or save in another folder.")},
    {ENOENT, writing, tr("The folder {folder}, or a file being written in it, is not there any more."),
     tr("Check whether somebody moved or deleted it, or save in another folder.")},
    {ENOTDIR, writing, tr("{folder} is not a folder."), tr("Choose another folder to save in.")},
    {EISDIR, writing, tr("{file} is a folder, so no file of this name can be saved."), tr("Choose another name.")},
    {EEXIST, writing, tr("Somebody else is saving {file} at this moment."), tr("Wait a little, then save again.")},
    {ENXIO, writing, tr("{file} is not an ordinary file, and nobody reads what is written to it."),
     tr("Choose a file on a disk, or start what reads from it first.")},
    {ENAMETOOLONG, writing, tr("The name of {file} is too long for this disk."), tr("Choose a shorter name.")},
    {ELOOP, writing, tr("The link {file} leads nowhere but to itself."), tr("Choose another name.")},
};

/// Codes that mean the same to the person in front of the screen.
int usualCode(int code, FileStep step) {
  if (code == EPERM) return EACCES;
  if (code == ENOTDIR && step == reading) return ENOENT;
  return code;
}

}  // namespace

Error fileError(FileStep step, const std::string& path, int code) {
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  const std::string folder = parent.empty() ? std::string(".") : parent.string();
  const ErrorKind kind = step == reading ? ErrorKind::unreadable : ErrorKind::unwritable;
  for (const Advice& advice : advices) {
    if (advice.step != step || advice.code != usualCode(code, step)) continue;
    return Error(kind, {advice.what, {{"file", path}, {"folder", folder}}}, path, {advice.toDo, {}});
  }
  const std::string reason = std::generic_category().message(code);
  if (step == reading)
    return Error(kind, {tr("{file} could not be read: {reason}."), {{"file", path}, {"reason", reason}}}, path,
                 {tr("Check that the disk or the network folder is connected, then try again."), {}});
  return Error(kind, {tr("Writing in {folder} failed: {reason}."), {{"folder", folder}, {"reason", reason}}}, path,
               {tr("Check that the disk or the network folder is connected, or save in another place."), {}});
}

}  // namespace trackloom
