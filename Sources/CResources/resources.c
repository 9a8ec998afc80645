#include "CResources.h"

static const unsigned char declaration[] = {
#embed "../../Resources/declaration.json"
};

const unsigned char *const resource_declaration = declaration;
const size_t resource_declaration_length = sizeof declaration;

static const unsigned char map[] = {
#embed "../../Resources/map.json"
};

const unsigned char *const resource_map = map;
const size_t resource_map_length = sizeof map;
