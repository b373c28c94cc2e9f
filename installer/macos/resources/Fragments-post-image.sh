# jpackage runs this before it creates the disk image from its copy of the program's folder. The copy has lost the file times,
# but the AOT cache requires the jar's original time (installer/build/Parts.java).
find "$JpAppImageDir" -path '*/Contents/app/*' -exec env TZ=UTC touch -t 202601010000.00 {} +
