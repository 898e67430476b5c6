package org.councilregistry.api.meanings;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sums with directions, and how they are kept. Pure. */
public final class Vectors {
    private Vectors() {}

    /** Brings a vector to length 1, in place. */
    public static float[] unit(float[] vector) {
        double sum = 0;
        for (float x : vector) sum += (double) x * x;
        float length = (float) Math.sqrt(sum);
        if (length > 0) for (int i = 0; i < vector.length; i++) vector[i] /= length;
        return vector;
    }

    /** The direction of a vector as seen from a centre: what texts have in common is taken off. */
    public static float[] from(float[] centre, float[] vector) {
        float[] seen = new float[vector.length];
        for (int i = 0; i < seen.length; i++) seen[i] = vector[i] - centre[i];
        return unit(seen);
    }

    /** How alike two directions are, from -1 to 1. */
    public static float dot(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        return a + b + c + d;
    }

    /** A direction in a quarter of the space: each part as a byte. */
    public static byte[] small(float[] direction) {
        byte[] small = new byte[direction.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = (byte) Math.max(-127, Math.min(127, Math.round(direction[i] * SCALE)));
        }
        return small;
    }

    /** Parts of directions of 384 parts stay well below a quarter. */
    private static final float SCALE = 508;

    /** How alike two small directions are, from -1 to 1. */
    public static float dot(byte[] one, byte[] other) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
        return sum / (SCALE * SCALE);
    }

    /** A direction as bytes to keep. */
    public static byte[] bytes(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float x : vector) buffer.putFloat(x);
        return buffer.array();
    }

    /** A direction from kept bytes. */
    public static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
