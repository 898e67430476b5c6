package org.councilregistry.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Eight connections, each of which sends its next call when the last one was answered. */
final class Load {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Load() {}

    /** Calls a target for so long. */
    static Sample on(Target target, double seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(target.calls().size());
        try {
            long begun = System.nanoTime();
            long processor = MACHINE.getProcessCpuTime();
            long deadline = begun + (long) (seconds * 1e9);
            List<String> refused = Collections.synchronizedList(new ArrayList<>());
            List<Callable<long[]>> tasks = new ArrayList<>();
            target.calls().forEach(call -> tasks.add(() -> repeat(call, deadline, refused)));
            LongStream nanos = LongStream.empty();
            for (Future<long[]> done : threads.invokeAll(tasks)) {
                nanos = LongStream.concat(nanos, Arrays.stream(done.get()));
            }
            double took = System.nanoTime() - begun;
            double own = (MACHINE.getProcessCpuTime() - processor) / took / MACHINE.getAvailableProcessors();
            return checked(Sample.of(nanos.toArray(), took / 1e9, own, List.copyOf(refused)), took / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    /** A few refusals are reported; where there are more, nothing is measured. */
    private static Sample checked(Sample sample, double seconds) throws RefusedException {
        if (sample.refused().size() > Target.CONNECTIONS + sample.perSecond() * seconds / 100) {
            throw new RefusedException(sample.refused().size() + " calls, such as "
                    + sample.refused().get(0));
        }
        return sample;
    }

    private static long[] repeat(Call call, long deadline, List<String> refused) throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        long now = System.nanoTime();
        while (now < deadline) {
            try {
                call.once();
            } catch (RefusedException e) {
                refused.add(String.valueOf(e.getMessage()));
            }
            long then = System.nanoTime();
            if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
            nanos[count++] = then - now;
            now = then;
        }
        return Arrays.copyOf(nanos, count);
    }
}
