package broken.impuredomain.economy.spi;

public interface Rates {
    int today();
}
