package broken.appbackdoor.economy.application;

public record PayWages(int day) {}
