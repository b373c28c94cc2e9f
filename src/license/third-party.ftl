<#-- Lists by licence: the dependencies, and the software that they and the installers contain. -->
<#assign inside = {
  "Apache-2.0": [
    ["Noto Emoji, pictures reduced to 64 colours, from emoji-datasource-google 16", "https://github.com/googlefonts/noto-emoji"]
  ],
  "BSD-2-Clause": [
    ["bigint, in Jackson-core", "https://github.com/tbuktu/bigint"],
    ["The driver of David Crawshaw, in SQLite JDBC", "https://github.com/xerial/sqlite-jdbc"]
  ],
  "BSL-1.0": [
    ["fast_double_parser, in Jackson-core", "https://github.com/lemire/fast_double_parser"]
  ],
  "GPL-2.0-with-classpath-exception": [
    ["Java runtime (OpenJDK), in the installers; the notices of its own parts are in its folder legal", "https://openjdk.org/"]
  ],
  "IJG": [
    ["JPEG library of the Independent JPEG Group, in javafx graphics", "https://ijg.org/"]
  ],
  "LGPL-2.1": [
    ["GLib, in javafx media", "https://docs.gtk.org/glib/"],
    ["GStreamer, in javafx media", "https://gstreamer.freedesktop.org/"],
    ["WebKit, in javafx web, with parts under BSD-2-Clause; its source is part of OpenJFX", "https://github.com/openjdk/jfx"]
  ],
  "MIT": [
    ["FastDoubleParser, in Jackson-core", "https://github.com/wrandelshofer/FastDoubleParser"],
    ["fast_float, in Jackson-core", "https://github.com/fastfloat/fast_float"],
    ["Feather icons, in ikonli-feather-pack", "https://feathericons.com/"],
    ["libffi, in javafx media and Java Native Access", "https://sourceware.org/libffi/"],
    ["libxml2, in javafx web", "https://gitlab.gnome.org/GNOME/libxml2"],
    ["libxslt, in javafx web", "https://gitlab.gnome.org/GNOME/libxslt"],
    ["Mesa and Khronos headers, in javafx graphics", "https://mesa3d.org/"],
    ["PipeWire headers, in javafx graphics", "https://pipewire.org/"],
    ["Schubfach, in Jackson-core", "https://github.com/c4f7fcce9cb06515/Schubfach"]
  ],
  "MPL-2.0": [
    ["Public Suffix List, in okhttp", "https://publicsuffix.org/"]
  ],
  "OFL-1.1": [
    ["Inter, in FlatLaf Inter Fonts Pack", "https://rsms.me/inter/"],
    ["JetBrains Mono, in FlatLaf JetBrains Mono Fonts Pack", "https://www.jetbrains.com/lp/mono/"]
  ],
  "Public-domain": [
    ["SQLite, in SQLite JDBC", "https://www.sqlite.org/copyright.html"]
  ],
  "Unicode-3.0": [
    ["ICU, in javafx web", "https://icu.unicode.org/"]
  ]
} />
<#assign dependencies = {} />
<#list licenseMap as group>
  <#if group.value?size &gt; 0>
    <#assign dependencies += {group.key: group.value} />
  </#if>
</#list>
<#assign licences = dependencies?keys />
<#list inside?keys as licence>
  <#if !licences?seq_contains(licence)>
    <#assign licences += [licence] />
  </#if>
</#list>
Fragments includes third-party software: its dependencies, and what they and the installers contain.
It is listed by licence.
<#list licences?sort as licence>

## ${licence}
<#list (dependencies[licence])![] as dependency>

${dependency.name} ${dependency.version}
    ${dependency.groupId}:${dependency.artifactId}
<#if dependency.url??>
    ${dependency.url}
</#if>
</#list>
<#list (inside[licence])![] as part>

${part[0]}
    ${part[1]}
</#list>
</#list>
