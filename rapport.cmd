@echo off
rem Rapport's launcher for Windows. Not tested yet: no Windows machine was at hand. Does what ./rapport does, but
rem builds only what is missing (not what is older than its sources) and shares no classes between starts.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%serve\target\rapport.jar"
set "STAMP=%ROOT%serve\target\.built"
set "LOG=%ROOT%serve\target\build.log"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo rapport: there is no Java. Install a JDK 17 or later, or set JAVA_HOME to one. 1>&2
    exit /b 1
)
set "VERSION="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do set "VERSION=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
    echo rapport: Rapport needs a JDK 17 or later; this is version %VERSION%. Install one, or set JAVA_HOME to it. 1>&2
    exit /b 1
)

if not exist "%STAMP%" (
    if not exist "%ROOT%serve\target" mkdir "%ROOT%serve\target"
    echo rapport: building; the first time takes minutes ^(log: %LOG%^) 1>&2
    pushd "%ROOT%"
    call mvnw.cmd -B -q -ntp -DskipTests -Dspotless.check.skip package -pl serve -am > "%LOG%" 2>&1
    if errorlevel 1 (
        popd
        echo rapport: the build failed. Its output: %LOG% 1>&2
        exit /b 1
    )
    popd
    echo built> "%STAMP%"
)

"%JAVA%" -Xmx512m -XX:+UseSerialGC -Dfile.encoding=UTF-8 %RAPPORT_JAVA_OPTIONS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
