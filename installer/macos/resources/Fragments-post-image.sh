# jpackage runs this on the program's folder before it makes the disk image of it. It has copied the folder without the
# times of the files, and the AOT cache knows the program's jar by its time (installer/build/Parts.java).
find "$JpAppImageDir" -path '*/Contents/app/*' -exec env TZ=UTC touch -t 202601010000.00 {} +
