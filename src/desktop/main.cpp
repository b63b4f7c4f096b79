#include "desktop/app.h"

#include <clocale>

wxIMPLEMENT_APP_NO_MAIN(trackloom::desktop::App);

int main(int argc, char** argv) {
  std::setlocale(LC_ALL, "");
  return wxEntry(argc, argv);
}
