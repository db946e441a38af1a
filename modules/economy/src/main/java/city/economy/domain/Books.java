package city.economy.domain;

import city.world.kernel.Participant.Breach;
import city.world.kernel.state.Table;
import java.util.ArrayList;
import java.util.List;

/// All books of the economy, wired to each other.
public final class Books {
    private final Accounts accounts = new Accounts();
    private final Goods goods = new Goods();
    private final Stock stock = new Stock(goods);
    private final Products products = new Products(goods, stock);
    private final Firms firms = new Firms();
    private final Jobs jobs = new Jobs(firms);
    private final Workers workers = new Workers(jobs);
    private final Arrears arrears = new Arrears(firms, workers);
    private final Pantry pantry = new Pantry(goods);
    private final Days days = new Days();
    private final Trade trade = new Trade(this);

    public List<Table> tables() {
        return List.of(
                accounts.table(),
                goods.table(),
                firms.table(),
                products.table(),
                products.recipes(),
                stock.table(),
                jobs.table(),
                workers.table(),
                arrears.table(),
                pantry.table(),
                days.table());
    }

    /// Builds all indexes anew from the tables.
    public void reindex() {
        accounts.reindex();
        goods.reindex();
        firms.reindex();
        jobs.reindex();
        arrears.reindex();
        trade.reindex();
    }

    public boolean areFounded() {
        return accounts.table().exists(Accounts.TREASURY);
    }

    /// Recounts everything.
    public List<Breach> audit() {
        var breaches = new ArrayList<Breach>();
        breaches.addAll(accounts.audit());
        breaches.addAll(products.audit());
        breaches.addAll(stock.audit());
        breaches.addAll(jobs.audit(workers.countByJob()));
        breaches.addAll(workers.audit(arrears));
        breaches.addAll(firms.audit(arrears));
        breaches.addAll(pantry.audit());
        return breaches;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Goods goods() {
        return goods;
    }

    public Stock stock() {
        return stock;
    }

    public Products products() {
        return products;
    }

    public Firms firms() {
        return firms;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Workers workers() {
        return workers;
    }

    public Arrears arrears() {
        return arrears;
    }

    public Pantry pantry() {
        return pantry;
    }

    public Days days() {
        return days;
    }

    public Trade trade() {
        return trade;
    }
}
