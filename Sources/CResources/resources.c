#include "CResources.h"

static const unsigned char declaration[] = {
#embed "../../Resources/declaration.json"
};

const unsigned char *const resource_declaration = declaration;
const size_t resource_declaration_length = sizeof declaration;
