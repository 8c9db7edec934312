package io.chatkeeper.testkit;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// What the Java files declare, as the compiler's own parser sees it.
final class Declarations extends TreeScanner<Void, CompilationUnitTree> {
    /// A method, or a constructor, and how many lines its body takes: a table of cases in an
    /// annotation above it does not count.
    record Method(String place, long lines) {}

    /// A class, record, interface or enum.
    record Type(String place, String name) {}

    private final List<Method> methods = new ArrayList<>();
    private final List<Type> types = new ArrayList<>();
    private final SourcePositions positions;

    private Declarations(SourcePositions positions) {
        this.positions = positions;
    }

    static Declarations in(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
            var found = new Declarations(Trees.instance(task).getSourcePositions());
            task.parse().forEach(unit -> found.scan(unit, unit));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Method> methods() {
        return methods;
    }

    List<Type> types() {
        return types;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        if (method.getBody() != null) {
            long start = positions.getStartPosition(unit, method.getBody());
            long end = positions.getEndPosition(unit, method.getBody());
            long first = unit.getLineMap().getLineNumber(start);
            long last = unit.getLineMap().getLineNumber(end);
            String place = unit.getSourceFile().getName() + " " + method.getName();
            methods.add(new Method(place, last - first + 1));
        }
        return super.visitMethod(method, unit);
    }

    @Override
    public Void visitClass(ClassTree type, CompilationUnitTree unit) {
        types.add(new Type(unit.getSourceFile().getName(), type.getSimpleName().toString()));
        return super.visitClass(type, unit);
    }
}
