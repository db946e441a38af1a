package city.adapter.redis.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/// Lets an object stand for an interface of which it has only the methods that are asked for; any other call fails, so
/// a fake need not grow with what it stands for.
final class PlayedBy {
    private PlayedBy() {}

    static <T> T part(Class<T> role, Object actor) {
        return role.cast(Proxy.newProxyInstance(
                role.getClassLoader(), new Class<?>[] {role}, (_, asked, words) -> play(actor, asked, words)));
    }

    private static Object play(Object actor, Method asked, Object[] words) throws Throwable {
        var played = Arrays.stream(actor.getClass().getDeclaredMethods())
                .filter(it -> it.getName().equals(asked.getName())
                        && Arrays.equals(it.getParameterTypes(), asked.getParameterTypes()))
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException("a projection has no business with " + asked));
        try {
            return played.invoke(actor, words);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
