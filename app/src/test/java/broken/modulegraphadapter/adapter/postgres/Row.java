package broken.modulegraphadapter.adapter.postgres;

public record Row(long id) {}
