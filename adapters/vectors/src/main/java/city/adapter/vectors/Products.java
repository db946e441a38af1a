package city.adapter.vectors;

import java.lang.foreign.MemorySegment;

/// Multiplies vectors of bytes. Sums are of integers and never overflow, so all kinds give the same. Safe from any
/// thread.
interface Products {
    /// The dot products of one vector with each of `count` others.
    ///
    /// @param others where they lie, one after the other from `offset` on
    /// @param into   takes the products, in the same order
    void of(byte[] vector, MemorySegment others, long offset, int count, int[] into);

    /// The fastest that this JVM can run: the Vector API is an incubator's module, which is there only when the
    /// launcher adds it.
    static Products fastest(ModuleLayer layer) {
        return layer.findModule("jdk.incubator.vector").isPresent() ? new VectorProducts() : new ScalarProducts();
    }
}
