#include "house_rules/ask_house.h"

#include <unistd.h>

int main() { ::_exit(trackloom::house_rules::runChild(STDIN_FILENO, STDOUT_FILENO)); }
