// What may be wrong with a store when it is opened: one clear sentence each, and not a byte of a foreign file
// changed.
#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fixture.h"
#include "store/sql.h"

using namespace buurtpeil;
using namespace buurtpeil::test;

namespace {

std::string complaint_about(const std::filesystem::path& path, StoreKind kind = StoreKind::real) {
  const auto store = Store::open(path, kind);
  return store ? "opened" : store.error().message;
}

std::string reader_complaint_about(const std::filesystem::path& path) {
  const auto reader = StoreReader::open(path);
  return reader ? "opened" : reader.error().message;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream{path, std::ios::binary} << bytes;
}

void make_store(const std::filesystem::path& path, int responses = 1, StoreKind kind = StoreKind::real) {
  Store store = opened(path, kind);
  REQUIRE_OK(store.keep_form(street_form(), at(0)));
  for (int i = 1; i <= responses; ++i) REQUIRE_OK(store.save(response_to(street_form(), i)));
}

}  // namespace

TEST_CASE("the folder of a new store is made") {
  const Folder folder;
  make_store(folder / "not/there/yet/a.db");
  CHECK(stored(folder / "not/there/yet/a.db") == text_of(response_to(street_form(), 1)));
}

TEST_CASE("a path below a regular file cannot hold a store") {
  const Folder folder;
  write_file(folder / "file", "x");
  const std::string path = folder / "file/a.db";
  CHECK(complaint_about(path) ==
        path + ": its folder cannot be made (Not a directory); choose another place for the store");
  CHECK(reader_complaint_about(path) == path + ": there is no such store; check the path");
}

TEST_CASE("a folder is no store") {
  const Folder folder;
  std::filesystem::create_directory(folder / "a.db");
  const std::string path = folder / "a.db";
  CHECK(complaint_about(path) ==
        path + ": cannot be opened (Is a directory); check the path and its permissions");
  CHECK(reader_complaint_about(path) == path + ": there is no such store; check the path");
}

TEST_CASE("a second kiosk is refused, also through a link, until the first one ends") {
  const Folder folder;
  std::filesystem::create_symlink(folder / "a.db", folder / "link.db");
  const std::string path = folder / "a.db";
  {
    const Store first = opened(path);
    CHECK(complaint_about(path) == path + ": another kiosk is using it; close that one first");
    CHECK(complaint_about(folder / "link.db") == path + ": another kiosk is using it; close that one first");
  }
  CHECK(complaint_about(path) == "opened");
}

TEST_CASE("a file of somebody else is refused and left as it is") {
  const Folder folder;
  const std::string path = folder / "a.db";
  const std::string complaint = path + ": is not a store of Buurtpeil; give another path";

  write_file(path, "Dear diary, " + std::string(5'000, 'x'));
  std::string before = bytes_of(path);
  CHECK(complaint_about(path) == complaint);
  CHECK(reader_complaint_about(path) == complaint);
  CHECK(bytes_of(path) == before);

  std::filesystem::remove(path);
  run_sql(path, "CREATE TABLE diary (day TEXT)");
  before = bytes_of(path);
  CHECK(complaint_about(path) == complaint);
  CHECK(reader_complaint_about(path) == complaint);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("an empty file becomes a store, but cannot be read as one") {
  const Folder folder;
  const std::string path = folder / "a.db";
  write_file(path, "");
  CHECK(reader_complaint_about(path) == path + ": is not a store of Buurtpeil; give another path");
  CHECK(complaint_about(path) == "opened");
  CHECK(reader_complaint_about(path) == "opened");
}

TEST_CASE("a store of a newer version is refused and left as it is") {
  const Folder folder;
  const std::string path = folder / "a.db";
  make_store(path);
  run_sql(path, "PRAGMA user_version = 6");
  const std::string before = bytes_of(path);
  const std::string complaint =
      path + ": was written by a newer Buurtpeil (store version 6, this program knows 5); update Buurtpeil";
  CHECK(complaint_about(path) == complaint);
  CHECK(reader_complaint_about(path) == complaint);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("trial and real never mix") {
  const Folder folder;
  const std::string trial = folder / "trial.db", real = folder / "real.db";
  make_store(trial, 0, StoreKind::trial);
  make_store(real, 0, StoreKind::real);
  CHECK(complaint_about(trial) ==
        trial + ": is a trial store; give a real one another path, or start with --trial");
  CHECK(complaint_about(real, StoreKind::trial) ==
        real + ": holds real answers; a trial (--trial, --robot) needs a store of its own");
  CHECK(complaint_about(trial, StoreKind::trial) == "opened");
  CHECK(StoreReader::open(trial)->kind() == StoreKind::trial);
  CHECK(StoreReader::open(real)->kind() == StoreKind::real);
}

TEST_CASE("a damaged store is noticed when it is opened") {
  const Folder folder;
  const std::string path = folder / "a.db";
  make_store(path, 200);
  const std::string complaint = path + ": is damaged; put it aside, with its -wal file, and start a new one";
  const auto size = std::filesystem::file_size(path);

  std::filesystem::copy_file(path, folder / "whole.db");
  std::filesystem::resize_file(path, size / 2);  // cut off
  CHECK(complaint_about(path) == complaint);

  std::filesystem::copy_file(folder / "whole.db", path, std::filesystem::copy_options::overwrite_existing);
  std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
  file.seekp(static_cast<std::streamoff>(size / 2 / 4096 * 4096));
  file << std::string(4096, '\xff');  // a page overwritten
  file.close();
  CHECK(complaint_about(path) == complaint);
}

TEST_CASE("answers that Buurtpeil did not write are an error with the response's id") {
  const Folder folder;
  const std::string path = folder / "a.db";
  for (const std::string answers :
       {"[1]", "{\"a\": 5}", "{\"a\": {\"none\": \"bored\"}}", "{\"a\": {}}", "5"}) {
    std::filesystem::remove(path);
    make_store(path);
    run_sql(path, "UPDATE response SET answers = '" + answers + "'");
    CHECK(stored(path) ==
          path +
              ": response uuid:00000000-0000-4000-8000-000000000001 is not as Buurtpeil writes it; "
              "restore the store from a copy");
  }
}

TEST_CASE("a store with its journal in a folder that cannot be written is read from a private copy") {
  const Folder folder;
  const Form form = street_form();
  {
    Store store = opened(folder / "live.db");
    REQUIRE_OK(store.keep_form(form, at(0)));
    const auto reader = StoreReader::open(folder / "live.db");  // keeps the response in the journal
    REQUIRE_OK(reader);
    REQUIRE_OK(store.save(response_to(form, 1)));
    std::filesystem::create_directory(folder / "shelf");
    std::filesystem::copy_file(folder / "live.db", folder / "shelf/a.db");
    std::filesystem::copy_file(folder / "live.db-wal", folder / "shelf/a.db-wal");
  }
  namespace fs = std::filesystem;
  fs::permissions(folder.path(), fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
  fs::permissions(folder / "shelf", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                                        fs::perms::others_exec);
  fs::create_directory(folder / "own");
  fs::permissions(folder / "own", fs::perms::all);
  const pid_t child = ::fork();
  if (child == 0) {  // root may write anywhere: be nobody
    if (::getuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(65534) != 0 || ::setuid(65534) != 0))
      ::_exit(2);
    if (::setenv("TMPDIR", (folder / "own").c_str(), 1) != 0) ::_exit(3);
    const auto reader = StoreReader::open(folder / "shelf/a.db");
    const bool nothing_left =
        fs::is_empty(folder / "own");  // already: whoever kills the reader leaves no answer behind
    std::string text;
    if (!reader || !reader->responses("street", [&](const Response& each) { text += text_of(each); }))
      ::_exit(4);
    ::_exit(text != text_of(response_to(form, 1)) ? 1 : nothing_left ? 0 : 5);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  fs::permissions(folder / "shelf", fs::perms::owner_all, fs::perm_options::add);
  std::string left;
  for (const auto& entry : fs::directory_iterator(folder / "shelf"))
    left += entry.path().extension().string() + " ";
  CHECK((left == ".db .db-wal " || left == ".db-wal .db "));
}
