@echo off
rem Only plain characters stand here: what this file means must not depend on the code page of the system.
chcp 65001 >nul
if not "%~1"=="" goto check
type "%~dp0*.txt"
pause
exit /b 1
:check
"%~dp0node\node.exe" "%~dp0app\dist\cli.js" check %*
pause
