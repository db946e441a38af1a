package broken.modulegraph.economy;

public record Price(long cents) {}
