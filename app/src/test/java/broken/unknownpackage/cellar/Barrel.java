package broken.unknownpackage.cellar;

record Barrel(int liters) {}
