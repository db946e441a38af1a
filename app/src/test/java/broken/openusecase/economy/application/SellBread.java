package broken.openusecase.economy.application;

public final class SellBread {}
