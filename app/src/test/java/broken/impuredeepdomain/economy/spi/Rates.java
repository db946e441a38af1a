package broken.impuredeepdomain.economy.spi;

public interface Rates {
    int today();
}
