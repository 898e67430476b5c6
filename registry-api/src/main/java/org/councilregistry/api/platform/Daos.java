package org.councilregistry.api.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.extension.NoSuchExtensionException;
import org.jspecify.annotations.Nullable;

/**
 * Prepares each Dao once. Jdbi prepares every method of a Dao again each time the Dao is attached to a handle, which costs
 * more than the statement that is then issued; here all attached ones share what was prepared, and lend it their handle for
 * the length of a call.
 */
final class Daos implements ExtensionFactory {
    private final Extensions sqlObjects;
    private final Map<Class<?>, InvocationHandler> prepared = new ConcurrentHashMap<>();
    private final Lent lent;

    private Daos(Jdbi jdbi) {
        // taken before this factory stands among them
        sqlObjects = jdbi.getConfig(Extensions.class).createCopy();
        lent = new Lent(jdbi);
    }

    /** Has this Jdbi prepare each Dao once. */
    static void once(Jdbi jdbi) {
        jdbi.registerExtension(new Daos(jdbi));
    }

    @Override
    public boolean accepts(Class<?> type) {
        return type.isInterface() && sqlObjects.hasExtensionFor(type);
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return EnumSet.of(FactoryFlag.DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier handles) {
        InvocationHandler dao = prepared.computeIfAbsent(type, this::prepare);
        InvocationHandler call = (proxy, method, args) -> lent.call(handles, () -> dao.invoke(proxy, method, args));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, call));
    }

    private InvocationHandler prepare(Class<?> type) {
        Object dao = sqlObjects.findFor(type, lent).orElseThrow(() -> new NoSuchExtensionException(type));
        return Proxy.getInvocationHandler(dao);
    }

    /** A call of a Dao. */
    private interface Call {
        @Nullable
        Object run() throws Throwable;
    }

    /** The handle that the caller of this thread's current statement lends. */
    private static final class Lent implements HandleSupplier {
        private final Jdbi jdbi;

        @SuppressWarnings("ThreadLocalUsage") // one for each database, and there is one
        private final ThreadLocal<@Nullable HandleSupplier> current = new ThreadLocal<>();

        Lent(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        @Nullable
        Object call(HandleSupplier handles, Call call) throws Throwable {
            HandleSupplier before = current.get();
            current.set(handles);
            try {
                return call.run();
            } finally {
                if (before == null) current.remove();
                else current.set(before);
            }
        }

        private HandleSupplier lender() {
            HandleSupplier lender = current.get();
            if (lender == null) throw new IllegalStateException("a Dao was called that is attached to no handle");
            return lender;
        }

        @Override
        public Handle getHandle() {
            return lender().getHandle();
        }

        @Override
        public Jdbi getJdbi() {
            return jdbi;
        }

        @Override
        public ConfigRegistry getConfig() {
            HandleSupplier lender = current.get();
            return lender == null ? jdbi.getConfig() : lender.getConfig();
        }

        @Override
        public <V> V invokeInContext(ExtensionContext context, Callable<V> task) throws Exception {
            return lender().invokeInContext(context, task);
        }
    }
}
