@echo off
rem Runs Maven for this project on a fresh Windows machine: finds a JDK 25 and Maven. Uses the installed
rem Maven if it is 3.8.6 or a newer 3, or downloads and verifies the one in
rem .mvn\wrapper\maven-wrapper.properties once.
setlocal enabledelayedexpansion
set "HERE=%~dp0"

call :fits "%JAVA_HOME%"
if not defined JDK call :fits "%JAVA_HOME_25_X64%"
if not defined JDK for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\temurin25-jdk\current") do if not defined JDK call :fits "%%~d"
if not defined JDK (
  echo Building Fragments needs JDK 25 or newer, and none was found on this machine. 1>&2
  echo Install one, for example Eclipse Temurin 25 from https://adoptium.net or with: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
  echo If you have one elsewhere, set JAVA_HOME to its folder and run this command again. 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"

set "INSTALLED="
if not defined MVNW_REPOURL (
  where mvn >nul 2>nul && call :installed
  if defined INSTALLED (
    call mvn -f "%HERE%pom.xml" %*
    exit /b !ERRORLEVEL!
  )
)

for /f "usebackq tokens=1,* delims==" %%a in ("%HERE%.mvn\wrapper\maven-wrapper.properties") do set "%%a=%%b"
for %%f in ("%distributionUrl:/=\%") do set "NAME=%%~nf"
set "NAME=%NAME:-bin.tar=%"
if defined MVNW_REPOURL set "distributionUrl=%MVNW_REPOURL%/org/apache/maven/apache-maven/%NAME:apache-maven-=%/%NAME%-bin.tar.gz"
set "DISTS=%USERPROFILE%\.m2\wrapper\dists"
if not exist "%DISTS%\%NAME%\bin\mvn.cmd" (
  if not exist "%DISTS%" mkdir "%DISTS%"
  echo Downloading %NAME% ... 1>&2
  curl.exe -fsSL --retry 3 -o "%DISTS%\%NAME%.tar.gz" "%distributionUrl%" || (
    echo Could not download Maven. Check the network, or install Maven 3.8.6 or newer. 1>&2
    exit /b 1
  )
  set "GOT="
  for /f "skip=1 delims=" %%h in ('certutil -hashfile "%DISTS%\%NAME%.tar.gz" SHA512') do if not defined GOT set "GOT=%%h"
  if /i not "!GOT: =!"=="%distributionSha512Sum%" (
    echo The SHA-512 of the downloaded %NAME% does not match. Nothing was run. 1>&2
    exit /b 1
  )
  tar.exe -xzf "%DISTS%\%NAME%.tar.gz" -C "%DISTS%" || exit /b 1
  del "%DISTS%\%NAME%.tar.gz"
)
call "%DISTS%\%NAME%\bin\mvn.cmd" -f "%HERE%pom.xml" %*
exit /b %ERRORLEVEL%

:fits
if "%~1"=="" exit /b
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2" %%v in ('"%~1\bin\javac.exe" -version 2^>^&1') do for /f "tokens=1 delims=." %%m in ("%%v") do if %%m geq 25 set "JDK=%~1"
exit /b

:installed
for /f "tokens=2-5 delims=. " %%a in ('mvn --version') do (
  if "%%a %%b"=="Maven 3" if %%c gtr 8 set "INSTALLED=yes"
  if "%%a %%b %%c"=="Maven 3 8" if %%d geq 6 set "INSTALLED=yes"
)
exit /b
