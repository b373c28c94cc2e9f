import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rewrites library class files that an AOT cache cannot store. The JVM reads such classes from the
/// jar, and because cached classes were verified against some of them, it opens the jar at each
/// launch before the program starts.
/// - Class files of Java 5 and older have no stack maps. They get stack maps and Java 8's version.
/// - Some need a library that Fragments doesn't include, so they cannot be verified. Methods that
///   call it throw the error that the JVM would throw.
class CacheableClasses implements AutoCloseable {
  /// Magic number, minor and major version.
  private static final int HEADER = 8;

  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  /// The driver's optional compressors, whose libraries are not included.
  private static final Set<String> WITHOUT_LIBRARY =
      Set.of(
          "com/mongodb/internal/connection/SnappyCompressor.class",
          "com/mongodb/internal/connection/ZstdCompressor.class");

  private static final ClassDesc ERROR = ClassDesc.of(NoClassDefFoundError.class.getName());
  private static final MethodTypeDesc OF_MESSAGE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

  private final URLClassLoader all;
  private final ClassFile classFile;
  private final List<String> changed = new ArrayList<>();

  /// @param jars all jars of the program
  CacheableClasses(List<Path> jars) throws IOException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    all = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    classFile =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(all)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /// Returns the rewritten class file; most need no change.
  ///
  /// @param name such as `picocli/CommandLine.class`
  byte[] of(String name, byte[] content) {
    if (!name.endsWith(".class") || content.length < HEADER) {
      return content;
    }
    if (WITHOUT_LIBRARY.contains(name)) {
      changed.add(name);
      ClassModel model = classFile.parse(content);
      return classFile.transformClass(model, ClassTransform.transformingMethods(this::replace));
    }
    if (version(content) >= FIRST_WITH_STACK_MAPS) {
      return content;
    }
    changed.add(name);
    return classFile.transformClass(
        classFile.parse(content),
        ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen(
                (builder, element) -> {
                  if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                  } else {
                    builder.with(element);
                  }
                }));
  }

  private static int version(byte[] content) {
    return ByteBuffer.wrap(content).getShort(HEADER - Short.BYTES);
  }

  /// The text of `META-INF/CHANGES`, which lists the rewritten class files.
  String changes() {
    return "These class files were rewritten when Fragments was packaged. They behave as before:"
        + " they\n"
        + "got stack maps, or methods that need a missing library throw the JVM's error"
        + " themselves.\n\n"
        + String.join("\n", changed)
        + "\n";
  }

  @Override
  public void close() throws IOException {
    all.close();
  }

  private void replace(MethodBuilder builder, MethodElement element) {
    Optional<String> missing =
        element instanceof CodeModel code ? missing(code).findFirst() : Optional.empty();
    if (missing.isEmpty()) {
      builder.with(element);
      return;
    }
    builder.withCode(
        code ->
            code.new_(ERROR)
                .dup()
                .ldc(missing.get())
                .invokespecial(ERROR, ConstantDescs.INIT_NAME, OF_MESSAGE)
                .athrow());
  }

  /// The missing classes that the code refers to.
  private Stream<String> missing(CodeModel code) {
    return code.elementStream()
        .flatMap(
            element ->
                switch (element) {
                  case NewObjectInstruction made -> Stream.of(made.className());
                  case InvokeInstruction call -> Stream.of(call.owner());
                  case FieldInstruction field -> Stream.of(field.owner());
                  default -> Stream.<ClassEntry>empty();
                })
        .map(ClassEntry::asInternalName)
        .filter(name -> !name.startsWith("[") && all.getResource(name + ".class") == null);
  }
}
