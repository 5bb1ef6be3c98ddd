@echo off
rem Only plain characters stand here: what this file means must not depend on the code page of the system.
chcp 65001 >nul
cd /d "%~dp0"
if exist "%~dp0node\node.exe" goto start
type "%~dp0*.txt"
echo.
echo node\node.exe is missing. Unpack the whole folder again.
pause
exit /b 1
:start
"%~dp0node\node.exe" "%~dp0app\dist\cli.js" serve --data "%~dp0data" --open
if errorlevel 1 pause
