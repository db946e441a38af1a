package city.adapter.qdrant.server;

import io.qdrant.client.grpc.Points.Vector;

/// Arithmetic of floats, as the server does it.
final class Vectors {
    private Vectors() {}

    static float[] of(io.qdrant.client.grpc.Points.Vectors given) {
        return of(given.getVector());
    }

    static float[] of(Vector given) {
        return floats(given.getDense().getDataList());
    }

    static float[] floats(java.util.List<Float> list) {
        var floats = new float[list.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = list.get(i);
        }
        return floats;
    }

    /// Of length 1; one without a length stays as it is.
    static float[] normal(float[] vector) {
        float length = (float) Math.sqrt(dot(vector, vector));
        var normal = vector.clone();
        for (int i = 0; length >= Math.ulp(1f) && i < normal.length; i++) {
            normal[i] /= length;
        }
        return normal;
    }

    static float dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
