package city.app.cli;

import city.app.Failure;
import city.app.doctor.Doctor;
import city.app.wiring.RunSettings.Broker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@SuppressWarnings("NullAway.Init")
@Command(
        name = "doctor",
        description = "Looks whether a city can run here, and says of each thing what to do. Changes nothing.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseOptions database;

    @Mixin
    private DoorOptions doors;

    @Override
    public Integer call() {
        var patient = new Doctor.Patient(
                database.data(),
                database.choice(),
                doors.host(),
                doors.port(),
                doors.mqttPort(),
                doors.broker().map(Broker::url));
        return Doctor.look(patient, spec.commandLine().getOut()) ? 0 : Failure.DOES_NOT_HOLD;
    }
}
