package city.economy.application;

import city.economy.Economy.Employment;
import city.economy.Economy.JobRefusal;
import city.economy.EconomyEvent.Hired;
import city.economy.EconomyEvent.LeftJob;
import city.economy.JobId;
import city.economy.domain.Books;
import city.economy.domain.Jobs;
import city.world.ResidentId;
import city.world.kernel.Turn;
import java.util.Optional;

/// Jobs are taken, done and left.
final class Work {
    private static final int MAX_MINUTES = 60;

    private final Books books;
    private final Doors doors;
    private final Payroll payroll;

    Work(Books books, Doors doors, Payroll payroll) {
        this.books = books;
        this.doors = doors;
        this.payroll = payroll;
    }

    Optional<Employment> employmentOf(int slot) {
        int job = books.workers().jobOf(slot);
        return job == Jobs.NONE ? Optional.empty() : Optional.of(books.jobs().get(job));
    }

    Optional<JobRefusal> take(int slot, JobId job, Turn turn) {
        books.workers().require(slot);
        int row = books.jobs().find(job);
        if (row == Jobs.NONE) {
            return Optional.of(JobRefusal.NO_SUCH_JOB);
        }
        if (books.workers().jobOf(slot) != Jobs.NONE) {
            return Optional.of(JobRefusal.HAS_A_JOB);
        }
        if (!books.jobs().hasFreePlace(row)) {
            return Optional.of(JobRefusal.NO_FREE_PLACE);
        }
        books.workers().hire(slot, row, turn.tick());
        var hired = books.jobs().get(row);
        turn.raise(new Hired(resident(slot), job, hired.firm(), hired.title()));
        return Optional.empty();
    }

    Optional<JobRefusal> quit(int slot, Turn turn) {
        books.workers().require(slot);
        int row = books.workers().jobOf(slot);
        if (row == Jobs.NONE) {
            return Optional.of(JobRefusal.HAS_NO_JOB);
        }
        payroll.payWage(slot, turn);
        books.workers().quit(slot);
        var left = books.jobs().get(row);
        turn.raise(new LeftJob(resident(slot), left.job(), left.firm()));
        return Optional.empty();
    }

    void book(int slot, int minutes) {
        if (minutes < 1 || minutes > MAX_MINUTES) {
            throw new IllegalArgumentException("minutes must be 1 to %d: %d".formatted(MAX_MINUTES, minutes));
        }
        int job = books.workers().jobOf(slot);
        if (job == Jobs.NONE) {
            throw new IllegalArgumentException("slot must have a job: " + slot);
        }
        int firm = books.jobs().firmOf(job);
        if (doors.areShut(books.firms().locationOf(firm))) {
            return;
        }
        books.workers().accrue(slot, minutes);
        books.firms().accrueContract(firm, minutes);
        books.products().make(books.firms().firstProduct(firm), books.firms().endOfProducts(firm), minutes);
    }

    private ResidentId resident(int slot) {
        return new ResidentId(
                books.accounts().idOf(books.accounts().ofSlot(slot)).value());
    }
}
