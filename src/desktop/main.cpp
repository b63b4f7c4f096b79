#include "desktop/app.h"
#include "process/memory.h"
#include "process/signals.h"

#include <clocale>

wxIMPLEMENT_APP_NO_MAIN(trackloom::desktop::App);

int main(int argc, char** argv) {
  trackloom::keepFreedMemory();
  trackloom::turnSignalsIntoErrors();
  std::setlocale(LC_ALL, "");
  return wxEntry(argc, argv);
}
