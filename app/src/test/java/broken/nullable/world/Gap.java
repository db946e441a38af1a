package broken.nullable.world;

record Gap() {}
