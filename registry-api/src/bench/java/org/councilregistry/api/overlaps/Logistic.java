package org.councilregistry.api.overlaps;

import java.util.List;

/** A logistic regression, fitted by Newton's method with a ridge. */
final class Logistic {
    private Logistic() {}

    /** An example: its signals, whether it overlaps, and how much it counts. */
    record Example(double[] signals, boolean overlaps, double weight) {}

    /** The weights of the signals, the last one the bias. */
    static double[] fit(List<Example> examples, double ridge) {
        int n = examples.get(0).signals().length + 1;
        double[] weights = new double[n];
        for (int step = 0; step < 40; step++) {
            double[] gradient = new double[n];
            double[][] curvature = new double[n][n];
            for (int i = 0; i < n; i++) {
                gradient[i] = i < n - 1 ? ridge * weights[i] : 0;
                curvature[i][i] = i < n - 1 ? ridge : 1e-9;
            }
            for (Example example : examples) {
                double odds = weights[n - 1];
                for (int i = 0; i < n - 1; i++) odds += weights[i] * example.signals()[i];
                double p = 1 / (1 + Math.exp(-odds));
                double error = (p - (example.overlaps() ? 1 : 0)) * example.weight();
                double bend = p * (1 - p) * example.weight();
                for (int i = 0; i < n; i++) {
                    double x = i < n - 1 ? example.signals()[i] : 1;
                    gradient[i] += error * x;
                    for (int j = 0; j < n; j++) {
                        curvature[i][j] += bend * x * (j < n - 1 ? example.signals()[j] : 1);
                    }
                }
            }
            double[] move = solve(curvature, gradient);
            double largest = 0;
            for (int i = 0; i < n; i++) {
                weights[i] -= move[i];
                largest = Math.max(largest, Math.abs(move[i]));
            }
            if (largest < 1e-6) break;
        }
        return weights;
    }

    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int c = 0; c < n; c++) {
            int pivot = c;
            for (int r = c + 1; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[pivot][c])) pivot = r;
            double[] row = a[c];
            a[c] = a[pivot];
            a[pivot] = row;
            double value = x[c];
            x[c] = x[pivot];
            x[pivot] = value;
            for (int r = c + 1; r < n; r++) {
                double factor = a[r][c] / a[c][c];
                for (int k = c; k < n; k++) a[r][k] -= factor * a[c][k];
                x[r] -= factor * x[c];
            }
        }
        for (int r = n - 1; r >= 0; r--) {
            for (int k = r + 1; k < n; k++) x[r] -= a[r][k] * x[k];
            x[r] /= a[r][r];
        }
        return x;
    }
}
