package city.app.wiring;

import city.world.kernel.Participant;

/// How modules reach each other and how the kernel reaches them. In one process these are plain calls; a module that
/// leaves it is reached through something that speaks for it.
public interface Coupling {
    Coupling DIRECT = new Coupling() {
        @Override
        public <T> T to(Class<T> api, T module) {
            return module;
        }

        @Override
        public Participant participant(Participant participant) {
            return participant;
        }
    };

    /// What another module is to call instead of the module itself.
    <T> T to(Class<T> api, T module);

    /// What the kernel is to call.
    Participant participant(Participant participant);
}
