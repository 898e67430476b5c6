package org.councilregistry.api.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.UUID;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.OrganisationRef;
import org.councilregistry.schema.Own;
import org.councilregistry.schema.Sector;
import org.jspecify.annotations.Nullable;

/**
 * Removes from every answer what its reader may not see. What is private is declared on the noun, by {@link Sector} and
 * {@link Own}; whoever writes a record without saying for whom writes it for the public.
 */
public final class Disclosure {
    private static final Object READER = Disclosure.class;

    /** Writes everything: for the database only. */
    static final ObjectWriter WHOLE = Json.MAPPER.writer().withAttribute(READER, Caller.system("storage"));

    private Disclosure() {}

    /** Writes what this caller may see. */
    public static ObjectWriter writer(Caller caller) {
        return Json.MAPPER.writer().withAttribute(READER, caller);
    }

    /**
     * Keeps of a stored record what its noun knows today and the caller may see.
     *
     * @param stored the record's JSON as it was stored
     * @param noun the record's class
     * @param owner the organisation that it belongs to
     */
    public static ObjectNode of(JsonNode stored, Class<?> noun, Caller caller, @Nullable UUID owner) {
        ObjectNode shown = Json.MAPPER.createObjectNode();
        for (RecordComponent component : noun.getRecordComponents()) {
            JsonNode value = stored.get(component.getName());
            if (value == null || !sees(caller, component, owner)) continue;
            shown.set(component.getName(), within(value, component.getGenericType(), caller, owner));
        }
        return shown;
    }

    private static JsonNode within(JsonNode value, Type type, Caller caller, @Nullable UUID owner) {
        Type element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        if (!(element instanceof Class<?> record) || !record.isRecord()) return value;
        if (value.isObject()) return of(value, record, caller, owner);
        if (!value.isArray()) return value;
        ArrayNode shown = Json.MAPPER.createArrayNode();
        value.forEach(v -> shown.add(v.isObject() ? of(v, record, caller, owner) : v));
        return shown;
    }

    private static boolean sees(Caller caller, RecordComponent component, @Nullable UUID owner) {
        if (component.isAnnotationPresent(Own.class)) return caller.seesOwn(owner);
        return !component.isAnnotationPresent(Sector.class) || caller.seesSector();
    }

    /** Whether a member can appear in any record that this caller reads. */
    static boolean mayAppear(RecordComponent component, Caller caller) {
        boolean anybodys = !component.isAnnotationPresent(Own.class) && !component.isAnnotationPresent(Sector.class);
        return anybodys || caller.seesSector();
    }

    /**
     * The record without what the caller may not see: for pages, which show records member by member.
     *
     * @param record as it was read
     */
    public static <R extends Record> R shown(R record, Caller caller) {
        try {
            byte[] disclosed = writer(caller).writeValueAsBytes(record);
            @SuppressWarnings("unchecked") // a record is written and read as its own class
            Class<R> type = (Class<R>) record.getClass();
            return Json.STORED.readValue(disclosed, type);
        } catch (IOException e) {
            throw new IllegalStateException("a record of ours cannot be read back", e);
        }
    }

    /** Leaves private members out, unless the reader may see them. */
    static final class Concealing extends SimpleModule {
        private static final long serialVersionUID = 1;

        Concealing() {
            setSerializerModifier(new BeanSerializerModifier() {
                private static final long serialVersionUID = 1;

                @Override
                public List<BeanPropertyWriter> changeProperties(
                        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
                    properties.replaceAll(p -> {
                        boolean own = p.getAnnotation(Own.class) != null;
                        return own || p.getAnnotation(Sector.class) != null ? new Concealed(p, own) : p;
                    });
                    return properties;
                }
            });
        }
    }

    private static final class Concealed extends BeanPropertyWriter {
        private static final long serialVersionUID = 1;
        private final boolean own;

        Concealed(BeanPropertyWriter property, boolean own) {
            super(property);
            this.own = own;
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator generator, SerializerProvider provider)
                throws Exception {
            if (!(provider.getAttribute(READER) instanceof Caller reader)) return;
            if (own ? reader.seesOwn(owner(bean)) : reader.seesSector()) {
                super.serializeAsField(bean, generator, provider);
            }
        }

        private static @Nullable UUID owner(Object bean) throws ReflectiveOperationException {
            if (bean instanceof Organisation organisation) return organisation.id();
            Method organisation = bean.getClass().getMethod("organisation");
            return organisation.invoke(bean) instanceof OrganisationRef ref ? ref.id() : null;
        }
    }
}
