package broken.nullable.world;

record Void() {}
