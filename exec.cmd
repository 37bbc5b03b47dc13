@rem npm scripts begin with "exec", so that on Linux and macOS no shell stays between npm and Araro: a shell
@rem would end on a signal that Araro has to handle. Windows has no exec, so this file takes its place.
@%*
