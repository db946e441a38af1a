package city.app.doctor;

import city.app.doctor.Finding.Level;
import city.app.wiring.DataFolder;
import city.app.wiring.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks at all that a run needs, one thing after another, and tells of each as soon as it is known.
public final class Doctor {
    private final Patient patient;
    private final PrintWriter out;
    private boolean well = true;

    private Doctor(Patient patient, PrintWriter out) {
        this.patient = patient;
        this.out = out;
    }

    /// What `run` would be asked for.
    ///
    /// @param broker URL of one in place of the one inside
    public record Patient(
            Path data, Database.Choice database, String host, int port, int mqttPort, Optional<String> broker) {}

    /// @return whether nothing is in the way of a run
    public static boolean look(Patient patient, PrintWriter out) {
        var doctor = new Doctor(patient, out);
        doctor.look(doctor::tell);
        out.println(doctor.well ? "ready to run" : "not ready to run: see the lines that begin with fail");
        out.flush();
        return doctor.well;
    }

    private void look(Consumer<Finding> tell) {
        var data = patient.data();
        Machine.look(data).forEach(tell);
        tell.accept(Surroundings.space(data));
        tell.accept(Surroundings.folder(data));
        tell.accept(Surroundings.holder(data));
        var run = DataFolder.findRun(data);
        var host = patient.host();
        tell.accept(Surroundings.port("http port", host, patient.port(), "--port", run.map(DataFolder.Run::port)));
        tell.accept(patient.broker()
                .map(Surroundings::broker)
                .orElseGet(() -> Surroundings.port(
                        "mqtt port", host, patient.mqttPort(), "--mqtt-port", run.map(DataFolder.Run::mqttPort))));
        Store.look(data, patient.database()).forEach(tell);
    }

    private void tell(Finding finding) {
        well &= finding.level() != Level.FAIL;
        out.println(finding.line());
        out.flush();
    }
}
